function r=dbl(x)
r=2*x;
end
